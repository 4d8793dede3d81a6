import { type DataVolumeDefinition, importDefinitions, KubevirtSource } from '../../../../admission';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** Sources with an address, and whether CDI compares what it loads from them with a checksum. */
const SOURCES: Readonly<Record<string, { readonly hasChecksum: boolean }>> = {
  http: { hasChecksum: true },
  s3: { hasChecksum: false },
  gcs: { hasChecksum: false },
  imageio: { hasChecksum: false },
};
const PLAIN = /^http:/i;

export const dataVolumeUnverified: Rule<DataVolumeDefinition> = {
  id: 'data-volume-unverified',
  title: 'What a disk is imported from is verified',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Over plain http, and over https without a certificate that is verified, everybody on the way can hand out another image: the guest boots ' +
    'what they like. The user and the headers of the import are read on the way, too. CDI compares what it has loaded with a checksum since ' +
    'release 1.65.',
  remediation: 'Use https, with certConfigMap for a certificate authority of your own, or say the checksum.',
  references: [
    KubevirtSource.DATA_VOLUMES,
    'https://github.com/kubevirt/containerized-data-importer/blob/v1.65.0/staging/src/kubevirt.io/containerized-data-importer-api/pkg/apis/core/v1beta1/types.go',
  ],
  mentions: ['http', 's3', 'gcs', 'imageio'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const sources = Object.keys(SOURCES).filter((name) => isObject(spec.source?.[name]) && typeof spec.source[name].url === 'string');
  if (sources.length === 0) {
    return NOT_APPLICABLE;
  }
  return sources.flatMap((name) =>
    faultsOf(spec.source[name], SOURCES[name]).map((fault) => ({ manifest, ...fault, path: `${path}.source.${name}.${fault.path}` })),
  );
}

function faultsOf(
  { url, checksum, insecureSkipVerify }: Record<string, any>,
  { hasChecksum }: { readonly hasChecksum: boolean },
): Omit<Violation, 'manifest'>[] {
  if (hasChecksum && typeof checksum === 'string' && checksum !== '') {
    return [];
  }
  const or = hasChecksum ? ', or say the checksum' : '';
  if (PLAIN.test(url)) {
    const message = 'over plain http everybody on the way can hand out another image';
    return [{ path: 'url', value: url, message, remedy: `Use https${or}.` }];
  }
  const message = 'whoever answers at the address is believed, and can hand out another image';
  const remedy = `Leave it out, and name the certificate authority in certConfigMap${or}.`;
  return insecureSkipVerify === true ? [{ path: 'insecureSkipVerify', value: true, message, remedy }] : [];
}
