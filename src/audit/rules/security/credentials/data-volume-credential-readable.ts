import { type DataVolumeDefinition, importDefinitions, KubevirtSource, USER_FACING_ROLES } from '../../../../admission';
import { credentialInQuery, holdsPasswordInUrl, isCredentialHeader, memberPath } from '../../../../facts';
import { isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** A field with a credential. */
interface Fault {
  readonly field: string;
  readonly value: unknown;
  readonly what: string;
  readonly remedy: string;
}

export const dataVolumeCredentialReadable: Rule<DataVolumeDefinition> = {
  id: 'data-volume-credential-readable',
  title: 'What a disk is imported with is in Secrets',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Everybody who may look at DataVolumes, and at the claims and pods that come of them, reads the address and the headers of an import. ' +
    'A password or a signature in them opens the images of the server to all of them.',
  remediation: 'Put user and password into the Secret that secretRef names, and headers into Secrets that secretExtraHeaders lists.',
  references: [
    KubevirtSource.DATA_VOLUMES,
    'https://github.com/kubevirt/containerized-data-importer/blob/v1.66.0/staging/src/kubevirt.io/containerized-data-importer-api/pkg/apis/core/v1beta1/types.go',
    USER_FACING_ROLES,
  ],
  mentions: ['url', 'extraHeaders'],
  subjects: importDefinitions,
  evaluate,
};

function evaluate({ manifest, path, spec }: DataVolumeDefinition): Outcome {
  const sources = Object.entries(isObject(spec.source) ? spec.source : {}).filter(([, source]) => isObject(source));
  const told = sources.filter(([, source]) => typeof source.url === 'string' || Array.isArray(source.extraHeaders));
  if (told.length === 0) {
    return NOT_APPLICABLE;
  }
  return told.flatMap(([name, source]) =>
    [...inUrl(source.url), ...inHeaders(source.extraHeaders)].map(({ field, value, what, remedy }) => {
      const message = `it has ${what}, and everybody who may look at DataVolumes can read it`;
      return { manifest, path: `${memberPath(`${path}.source`, name)}.${field}`, value, message, remedy };
    }),
  );
}

function inUrl(url: unknown): Fault[] {
  if (typeof url !== 'string') {
    return [];
  }
  const field = 'url';
  const query = credentialInQuery(url);
  return [
    ...(holdsPasswordInUrl(url)
      ? [
          {
            field,
            value: url,
            what: 'a password',
            remedy: 'Put user and password into a Secret, as accessKeyId and secretKey, and name it in secretRef.',
          },
        ]
      : []),
    ...(query === undefined
      ? []
      : [
          {
            field,
            value: url,
            what: `${query}, which works like a password`,
            remedy: 'Log in with secretRef, or with a header from a Secret in secretExtraHeaders.',
          },
        ]),
  ];
}

function inHeaders(headers: unknown): Fault[] {
  return (Array.isArray(headers) ? headers : []).flatMap((header: unknown, index) => {
    const [name, ...value] = String(header).split(':');
    const what = `the header ${name}, which logs in`;
    const remedy = 'Put the header into a Secret, and name that in secretExtraHeaders.';
    return isCredentialHeader(name, value.join(':')) ? [{ field: `extraHeaders[${index}]`, value: header, what, remedy }] : [];
  });
}
