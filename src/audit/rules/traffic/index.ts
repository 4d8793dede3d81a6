import type { Rule } from '../../rule';
import { gatewayBackendPortMissing } from './gateway-backend-port-missing';
import { gatewayFieldExperimental } from './gateway-field-experimental';
import { gatewayWeightsAllZero } from './gateway-weights-all-zero';
import { ingressAffinityDisputed } from './ingress-affinity-disputed';
import { ingressBackendPortMissing } from './ingress-backend-port-missing';
import { ingressCookieOfOtherController } from './ingress-cookie-of-other-controller';
import { podNetworkMissingBehindService } from './pod-network-missing-behind-service';
import { readinessMissingBehindService } from './readiness-missing-behind-service';
import { readinessPortNotServed } from './readiness-port-not-served';
import { routeAffinityMissingOnPassthrough } from './route-affinity-missing-on-passthrough';
import { routeAllowlistEntryDropped } from './route-allowlist-entry-dropped';
import { routeAllowlistFailsOpen } from './route-allowlist-fails-open';
import { routeAnnotationUnknown } from './route-annotation-unknown';
import { routeAnnotationUnreadable } from './route-annotation-unreadable';
import { routeAnnotationWithoutEffect } from './route-annotation-without-effect';
import { routeBackendTwice } from './route-backend-twice';
import { routeCertificateOnPassthrough } from './route-certificate-on-passthrough';
import { routeCertificateTwice } from './route-certificate-twice';
import { routeCertificateWithoutKey } from './route-certificate-without-key';
import { routeCookieDisabled } from './route-cookie-disabled';
import { routeCookieOnPassthrough } from './route-cookie-on-passthrough';
import { routeCookieShared } from './route-cookie-shared';
import { routeDestinationCaMissing } from './route-destination-ca-missing';
import { routeDestinationCaOnEdge } from './route-destination-ca-on-edge';
import { routeDurationClipped } from './route-duration-clipped';
import { routeDurationUnreadable } from './route-duration-unreadable';
import { routeExternalCertificateUnreadable } from './route-external-certificate-unreadable';
import { routeGeneratedHostTooLong } from './route-generated-host-too-long';
import { routeHeaderActionIncomplete } from './route-header-action-incomplete';
import { routeHeaderForbidden } from './route-header-forbidden';
import { routeHeaderValueInvalid } from './route-header-value-invalid';
import { routeHeadersOnPassthrough } from './route-headers-on-passthrough';
import { routeHostClaimedTwice } from './route-host-claimed-twice';
import { routeHostShared } from './route-host-shared';
import { routeHostUpperCase } from './route-host-upper-case';
import { routeInsecureAllowOnPassthrough } from './route-insecure-allow-on-passthrough';
import { routePathOnPassthrough } from './route-path-on-passthrough';
import { routePathUnreadable } from './route-path-unreadable';
import { routePortMissing } from './route-port-missing';
import { routePortUnset } from './route-port-unset';
import { routeRateLimitOff } from './route-rate-limit-off';
import { routeSameSiteWithoutEffect } from './route-same-site-without-effect';
import { routeTimeoutShortensTunnel } from './route-timeout-shortens-tunnel';
import { routeWeightsAllZero } from './route-weights-all-zero';
import { routeWildcardWithoutHost } from './route-wildcard-without-host';
import { serviceFieldNeedsOtherType } from './service-field-needs-other-type';
import { serviceNodePortOnClusterIp } from './service-node-port-on-cluster-ip';
import { servicePortNameMissing } from './service-port-name-missing';
import { servicePortNotForwarded } from './service-port-not-forwarded';
import { servicePublishesNotReady } from './service-publishes-not-ready';
import { sessionPersistenceInvalid } from './session-persistence-invalid';
import { stickyAnnotationWithoutEffect } from './sticky-annotation-without-effect';

/** The rules about Services, Routes, Ingresses and the Gateway API. */
export const TRAFFIC_RULES: readonly Rule[] = [
  readinessMissingBehindService,
  readinessPortNotServed,
  servicePublishesNotReady,
  serviceNodePortOnClusterIp,
  serviceFieldNeedsOtherType,
  servicePortNameMissing,
  servicePortNotForwarded,
  podNetworkMissingBehindService,
  routePortMissing,
  routePortUnset,
  routePathOnPassthrough,
  routeHeadersOnPassthrough,
  routeInsecureAllowOnPassthrough,
  routeCertificateOnPassthrough,
  routeDestinationCaOnEdge,
  routeDestinationCaMissing,
  routeCertificateWithoutKey,
  routeCertificateTwice,
  routeCookieOnPassthrough,
  routeCookieDisabled,
  routeSameSiteWithoutEffect,
  routeAffinityMissingOnPassthrough,
  routeAnnotationUnknown,
  routeAnnotationUnreadable,
  routeDurationUnreadable,
  routeDurationClipped,
  routeTimeoutShortensTunnel,
  routeAnnotationWithoutEffect,
  routeRateLimitOff,
  routeAllowlistFailsOpen,
  routeAllowlistEntryDropped,
  routeHostUpperCase,
  routeGeneratedHostTooLong,
  routeWildcardWithoutHost,
  routePathUnreadable,
  routeBackendTwice,
  routeHostClaimedTwice,
  routeHostShared,
  routeCookieShared,
  routeWeightsAllZero,
  routeHeaderForbidden,
  routeHeaderValueInvalid,
  routeHeaderActionIncomplete,
  routeExternalCertificateUnreadable,
  ingressBackendPortMissing,
  ingressCookieOfOtherController,
  ingressAffinityDisputed,
  stickyAnnotationWithoutEffect,
  gatewayBackendPortMissing,
  gatewayWeightsAllZero,
  gatewayFieldExperimental,
  sessionPersistenceInvalid,
];
