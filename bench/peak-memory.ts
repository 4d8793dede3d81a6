/** Loaded before a program: when the process ends, how much memory it has had at most is on its standard error. */
process.on('exit', () => {
  process.stderr.write(`peak memory: ${process.resourceUsage().maxRSS} KiB\n`);
});
