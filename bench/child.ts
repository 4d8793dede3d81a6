import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AddShop, addLiterals, appOf, type Variant } from './synthesize';

/** Measures one synth in a process of its own: `child.js <constructs|literals> <shops> <charts>` prints a Measurement. */
function main(variant: Variant, shops: number, charts: number): void {
  // Each variant loads what it needs and nothing else.
  const addShop: AddShop = variant === 'constructs' ? require('./scenario').addConstructs : addLiterals(require('./objects').objectsOf);
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-bench-'));
  const start = performance.now();
  appOf(shops, addShop, outdir, charts).synth();
  const seconds = (performance.now() - start) / 1000;
  rmSync(outdir, { recursive: true });
  console.log(JSON.stringify({ seconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
}

main(process.argv[2] as Variant, Number(process.argv[3]), Number(process.argv[4]));
