import { secondsOfGoDuration } from '../facts';

/** How long a CA and the certificates that it signs last, and how much of that is left when they are renewed, in seconds. */
export interface CertificateTimes {
  readonly ca: number;
  readonly caRest: number;
  readonly server: number;
  readonly serverRest: number;
}

/** What is wrong with it: clauses, and what to do. */
export function certificateFaults({ ca, caRest, server, serverRest }: CertificateTimes): { message: string; remedy: string }[] {
  return [
    ...(ca < caRest ? [{ message: 'the CA is renewed before its time begins', remedy: 'Lower ca.renewBefore below ca.duration.' }] : []),
    ...(server < serverRest
      ? [{ message: 'certificates are renewed before their time begins', remedy: 'Lower server.renewBefore below server.duration.' }]
      : []),
    ...(server > ca
      ? [{ message: 'certificates last longer than their CA', remedy: 'Lower server.duration to ca.duration or less.' }]
      : []),
  ];
}

/** The seconds of the first duration that is given. */
export function firstDuration(...durations: readonly unknown[]): number | undefined {
  return secondsOfGoDuration(durations.find((duration) => duration !== undefined));
}
