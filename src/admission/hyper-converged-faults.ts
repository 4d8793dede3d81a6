import { isObject, type Manifest, objectsOf } from '../graph';
import { certificateFaults, firstDuration } from './certificate-order';
import type { KubevirtFault } from './kubevirt-faults';

type Fields = Record<string, any>;

const ENABLED = 'dataimportcrontemplate.kubevirt.io/enable';
const TLS_RELEASES = ['VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13'];
const NEWEST_TLS = 'VersionTLS13';
const HTTP2_CIPHERS = ['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256'];
const [TEN_MINUTES, HOUR] = [600, 3600];

/** What the webhook of the HyperConverged object refuses of it: version v1 has the settings in groups. */
export function hyperConvergedFaults({ apiVersion, spec }: Manifest): KubevirtFault[] {
  const given = fieldsOf(spec);
  const isGrouped = String(apiVersion).endsWith('/v1');
  const [security, sources] = isGrouped ? ['spec.security', 'spec.workloadSources'] : ['spec', 'spec'];
  const secured = isGrouped ? fieldsOf(given.security) : given;
  const templates = (isGrouped ? fieldsOf(given.workloadSources) : given).dataImportCronTemplates;
  return [
    ...certConfigFaults(`${security}.certConfig`, secured.certConfig),
    ...profileFaults(`${security}.tlsSecurityProfile.custom`, secured.tlsSecurityProfile?.custom),
    ...objectsOf(templates).flatMap((template, index) => templateFaults(`${sources}.dataImportCronTemplates[${index}]`, template)),
  ];
}

function certConfigFaults(path: string, value: unknown): KubevirtFault[] {
  if (!isObject(value)) {
    return [];
  }
  const [ca, server] = [fieldsOf(value.ca), fieldsOf(value.server)];
  const times = {
    ca: firstDuration(ca.duration) ?? 48 * HOUR,
    caRest: firstDuration(ca.renewBefore) ?? 24 * HOUR,
    server: firstDuration(server.duration) ?? 24 * HOUR,
    serverRest: firstDuration(server.renewBefore) ?? 12 * HOUR,
  };
  const isShort = Object.values(times).some((time) => time < TEN_MINUTES);
  const short = { message: 'a duration of it is below ten minutes', remedy: 'Use 10m or more.' };
  return [...(isShort ? [short] : []), ...certificateFaults(times)].map((fault) => ({ path, value, ...fault }));
}

function profileFaults(path: string, profile: unknown): KubevirtFault[] {
  if (!isObject(profile)) {
    return [];
  }
  const { minTLSVersion, ciphers: value } = profile;
  const ciphers: unknown[] = Array.isArray(value) ? value : [];
  if (!TLS_RELEASES.includes(minTLSVersion)) {
    const remedy = `Use one of ${TLS_RELEASES.join(', ')}.`;
    return [{ path: `${path}.minTLSVersion`, value: minTLSVersion, message: 'there is no such release of TLS', remedy }];
  }
  const at = { path: `${path}.ciphers`, value };
  if (minTLSVersion === NEWEST_TLS) {
    const message = 'TLS 1.3, which is the least that is taken, has no choice of ciphers';
    return ciphers.length > 0 ? [{ ...at, message, remedy: 'Remove ciphers, or set minTLSVersion: VersionTLS12.' }] : [];
  }
  const message = 'HTTP/2 asks for a cipher that is not among them';
  return ciphers.some((cipher) => HTTP2_CIPHERS.includes(String(cipher)))
    ? []
    : [{ ...at, message, remedy: `Add ${HTTP2_CIPHERS.join(' or ')}.` }];
}

function templateFaults(path: string, { metadata, spec }: Fields): KubevirtFault[] {
  const value = metadata?.annotations?.[ENABLED];
  const enabled = value === undefined ? 'true' : String(value).toLowerCase();
  if (enabled !== 'true' && enabled !== 'false') {
    const message = 'this is neither true nor false';
    return [{ path: `${path}.metadata.annotations["${ENABLED}"]`, value, message, remedy: 'Set it to "true" or "false".' }];
  }
  const message = 'a template that is on brings nothing without it';
  return enabled === 'true' && spec === undefined
    ? [{ path: `${path}.spec`, value: spec, message, remedy: `Add it, or set the annotation ${ENABLED} to "false".` }]
    : [];
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
