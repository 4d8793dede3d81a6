import type { ApiObject } from 'cdk8s';
import type { LiveMigratability } from '../check';
import { liveMigratabilities, type UnrenderedObject } from '../check/live-migratability';
import { Arguments } from '../errors';

/** The verdicts on VMs and pools, each given as its object. */
export function migrationVerdicts(apiObjects: readonly ApiObject[]): LiveMigratability[] {
  const rule = 'a JSON patch has changed kind or apiVersion, and there is no VM to judge';
  return liveMigratabilities(apiObjects, refuseUnrendered).map((verdict, index) => {
    const subject = apiObjects[index].node.scope?.node.path ?? '';
    return verdict ?? new Arguments(subject).refuse('kind-patched', 'vm', 'no virtual machine', rule, 'Leave them alone.');
  });
}

/** One object that cannot be rendered leaves the whole app unjudged, and it is that object which has to be mended. */
function refuseUnrendered({ constructPath, message, remedy }: UnrenderedObject): never {
  const rule = `${message.replace(/\.$/, '')}, and no VM of its app can be judged without it`;
  return new Arguments(constructPath).refuse('app-not-rendered', 'manifest', 'missing', rule, remedy);
}
