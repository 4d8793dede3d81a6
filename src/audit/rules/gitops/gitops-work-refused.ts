import { GitOpsSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type DeliveredManifest, displayName, type Manifest, type WorkView, worksIn } from '../../../graph';
import type { Outcome, Rule, Violation } from '../../rule';
import { Severity } from '../../severity';

export const gitopsWorkRefused: Rule<WorkView> = {
  id: 'gitops-work-refused',
  title: 'A work of Open Cluster Management has objects, each with a name and once',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The webhook of the hub refuses a work without manifests, with one that has no name or draws it, and with one that stands in it twice.',
  remediation: 'Give each manifest a name of its own.',
  references: [GitOpsSource.OCM_WEBHOOK],
  subjects: worksIn,
  evaluate,
};

function evaluate({ manifest, spec, specPath, delivered }: WorkView): Outcome {
  const manifests: unknown = spec.workload?.manifests;
  if (manifests === undefined || (Array.isArray(manifests) && manifests.length === 0)) {
    const message = 'the hub refuses a work without manifests';
    return [{ manifest, path: `${specPath}.workload.manifests`, value: manifests, message, remedy: 'Add what it is to deliver.' }];
  }
  const seen = new Set<string>();
  return delivered.flatMap((one) => {
    const fault = nameFault(manifest, one) ?? repetition(manifest, one, seen);
    return fault === undefined ? [] : [fault];
  });
}

function nameFault(manifest: Manifest, { object, path }: DeliveredManifest): Violation | undefined {
  const { name, generateName } = object.metadata ?? {};
  if (name === undefined || name === '') {
    const message = 'the hub refuses a manifest without a name';
    return { manifest, path: `${path}.metadata.name`, value: name, message, remedy: 'Set it.' };
  }
  if (generateName !== undefined && generateName !== '') {
    const message = 'the hub refuses a manifest whose name is drawn';
    return { manifest, path: `${path}.metadata.generateName`, value: generateName, message, remedy: 'Remove it.' };
  }
  return undefined;
}

function repetition(manifest: Manifest, { object, path }: DeliveredManifest, seen: Set<string>): Violation | undefined {
  const { apiVersion, kind, metadata } = object;
  const key = JSON.stringify([apiVersion, kind, metadata?.namespace ?? '', metadata?.name]);
  if (seen.has(key)) {
    const message = `the hub refuses a work in which ${displayName(object)} stands twice`;
    return { manifest, path: `${path}.metadata.name`, value: metadata?.name, message, remedy: 'Remove one of the two.' };
  }
  seen.add(key);
  return undefined;
}
