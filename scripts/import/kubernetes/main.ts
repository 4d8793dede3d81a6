import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cluster } from '../../../test/control-plane/cluster';
import { controlPlaneAvailable } from '../../../test/control-plane/part';
import { ImportError } from '../schema';
import { generateKubernetesTable, KUBERNETES_TABLE } from './generate';

const TARGET = join(resolve(__dirname, '../../../src/imports'), KUBERNETES_TABLE);

async function main(): Promise<void> {
  if (!controlPlaneAvailable()) {
    throw new ImportError('There is no API server to ask: it is built with Go.');
  }
  const server = await Cluster.start([]);
  try {
    const text = await generateKubernetesTable(server);
    writeFileSync(TARGET, text);
    console.log(`src/imports/${KUBERNETES_TABLE}  ${Buffer.byteLength(text)} bytes`);
  } finally {
    await server.stop();
  }
}

main().catch((error) => {
  console.error(error instanceof ImportError ? error.message : error);
  process.exitCode = 1;
});
