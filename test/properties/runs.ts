/** Runs of each property: few by themselves, many in `npm run test:properties`. */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 10);

/** Random apps warn a lot: nobody reads it here. */
export function silenceWarnings(): void {
  let write: jest.SpyInstance;
  beforeAll(() => {
    write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterAll(() => write.mockRestore());
}
