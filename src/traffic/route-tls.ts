import type { ISecret } from 'cdk8s-plus-27';
import type { TLSConfig } from '../imports';
import { InsecureEdgeTerminationPolicy } from './insecure-edge-termination-policy';

/** Options of a Route whose requests are encrypted up to the guest. */
export interface PassthroughTlsOptions {
  /**
   * What happens to plain HTTP requests.
   *
   * Sets `spec.tls.insecureEdgeTerminationPolicy`.
   *
   * @default InsecureEdgeTerminationPolicy.REDIRECT
   */
  readonly insecurePolicy?: InsecureEdgeTerminationPolicy;
}

/** Options of a Route whose TLS ends at the router. */
export interface EdgeTlsOptions {
  /**
   * What happens to plain HTTP requests.
   *
   * Sets `spec.tls.insecureEdgeTerminationPolicy`.
   *
   * @default InsecureEdgeTerminationPolicy.REDIRECT
   */
  readonly insecurePolicy?: InsecureEdgeTerminationPolicy;

  /**
   * Certificate of the host, PEM. It needs `key`.
   *
   * Sets `spec.tls.certificate`.
   *
   * @default - the certificate of the router, which is valid for the hosts of the cluster's own domain
   */
  readonly certificate?: string;

  /**
   * Private key of `certificate`, PEM. It ends up in the manifest: keep the manifest where secrets are kept.
   *
   * Sets `spec.tls.key`.
   *
   * @default - none
   */
  readonly key?: string;

  /**
   * Certificates of the authorities that signed `certificate`, PEM.
   *
   * Sets `spec.tls.caCertificate`.
   *
   * @default - none
   */
  readonly caCertificate?: string;

  /**
   * Secret of the type `kubernetes.io/tls` with the certificate of the host and its key, in the namespace of the Route. It
   * takes the place of `certificate` and `key`: the key stays out of the manifest, and a renewed certificate is picked up.
   *
   * The Secret has to exist before the Route, and so do the Role and the RoleBinding that let the router read it, which
   * come with the Route.
   *
   * Sets `spec.tls.externalCertificate`.
   *
   * @default - none
   */
  readonly externalCertificate?: ISecret;
}

/** Options of a Route whose TLS ends at the router, which begins another one to the guest. */
export interface ReencryptTlsOptions extends EdgeTlsOptions {
  /**
   * Certificates of the authorities that signed the certificate of the guest, PEM. The router checks the chain, not
   * the host name.
   *
   * Sets `spec.tls.destinationCACertificate`.
   *
   * @default - the router trusts certificates of the cluster's service CA only, which guests seldom have
   */
  readonly destinationCaCertificate?: string;
}

/**
 * Where the encryption of a Route ends. It decides whether the router can set a sticky cookie at all, and whether
 * browsers keep that cookie to encrypted connections.
 *
 * @see https://github.com/openshift/api/blob/master/route/v1/types.go
 */
export class RouteTls {
  /**
   * TLS ends at the router, which speaks plain HTTP to the guest. Sticky by cookie.
   *
   * @param options certificate and treatment of plain HTTP
   */
  public static edge(options: EdgeTlsOptions = {}): RouteTls {
    const config = { termination: 'edge', ...certificateFields(options), ...insecurePolicy(options.insecurePolicy) };
    return new RouteTls(config, options.externalCertificate);
  }

  /**
   * TLS ends at the router, which speaks TLS to the guest. Sticky by cookie.
   *
   * @param options certificates and treatment of plain HTTP
   */
  public static reencrypt(options: ReencryptTlsOptions = {}): RouteTls {
    const config = {
      termination: 'reencrypt',
      ...certificateFields(options),
      destinationCACertificate: options.destinationCaCertificate,
      ...insecurePolicy(options.insecurePolicy),
    };
    return new RouteTls(config, options.externalCertificate);
  }

  /**
   * TLS ends in the guest. The router cannot set a cookie: sticky only by the address of the client.
   *
   * @param options treatment of plain HTTP
   */
  public static passthrough(options: PassthroughTlsOptions = {}): RouteTls {
    return new RouteTls({ termination: 'passthrough', ...insecurePolicy(options.insecurePolicy) });
  }

  /** Plain HTTP. The sticky cookie gets neither Secure nor SameSite. */
  public static none(): RouteTls {
    return new RouteTls(undefined);
  }

  /** @internal */
  public readonly _config?: TLSConfig;

  /** @internal */
  public readonly _externalCertificate?: ISecret;

  private constructor(config: TLSConfig | undefined, externalCertificate?: ISecret) {
    this._config = config;
    this._externalCertificate = externalCertificate;
  }

  /** @internal */
  public get _isPassthrough(): boolean {
    return this._config?.termination === 'passthrough';
  }
}

function certificateFields({ certificate, key, caCertificate, externalCertificate }: EdgeTlsOptions): Partial<TLSConfig> {
  return { certificate, key, caCertificate, externalCertificate: externalCertificate && { name: externalCertificate.name } };
}

function insecurePolicy(policy = InsecureEdgeTerminationPolicy.REDIRECT): Partial<TLSConfig> {
  return { insecureEdgeTerminationPolicy: policy };
}
