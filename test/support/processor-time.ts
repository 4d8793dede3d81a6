/** Milliseconds of a processor that this process has had: unlike the clock, they hardly depend on what else the machine does. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
