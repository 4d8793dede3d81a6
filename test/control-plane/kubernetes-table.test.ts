import { generateKubernetesTable } from '../../scripts/import/kubernetes/generate';
import { importsFile, KUBERNETES_TABLE } from '../imports/crds';
import { describeClusters } from './describe-clusters';
import { NEWEST } from './served';

describeClusters(
  'the table of the kinds of Kubernetes itself',
  (_served, cluster) => {
    test('is what the API server describes and asks for', async () => {
      const text = await generateKubernetesTable(await cluster());
      // Not toEqual on the texts: its diff of lines this long takes minutes.
      expect(text === importsFile(KUBERNETES_TABLE)).toBe(true);
    });
  },
  () => undefined,
  [NEWEST],
);
