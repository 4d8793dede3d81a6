import { Arguments } from '../errors';
import { quantityValue } from '../facts';
import type { NodePodRequests } from './node-pod-requests';

/**
 * What the pods of a cluster ask for.
 *
 * @param subject the factory that is called
 * @param entries as they are passed
 */
export function listedPodRequests(subject: string, entries: readonly NodePodRequests[] | undefined): NodePodRequests[] | undefined {
  entries?.forEach(({ requests }, index) => {
    for (const [resource, quantity] of Object.entries(requests)) {
      if (quantityValue(quantity) === undefined) {
        const field = `options.podRequests[${index}].requests["${resource}"]`;
        const remedy = 'Pass quantities such as 250m, 4Gi and 12.';
        new Arguments(subject).refuse('pod-request-invalid', field, JSON.stringify(quantity), 'it is no quantity', remedy);
      }
    }
  });
  return entries && [...entries];
}
