/** A difference between our rules and the API server that is none of ours. */
export interface Exception {
  /** The beginning of what it is about, as `Disagreement` says it. */
  readonly about: RegExp;
  readonly reason: string;
}

const TEMPLATE_METADATA = "KubeVirt's CRDs leave the metadata of templates open; its webhook decodes it strictly";
const ROUTES_OF_OPENSHIFT =
  "OpenShift's own API server fills in the termination, and reads it in any case; the CRD is for clusters without that server";

/** Each is needed: one without a difference fails the suite. */
export const EXCEPTIONS: readonly Exception[] = [
  { about: /^false alarm: .* metadata-field-unknown spec\..*metadata/, reason: TEMPLATE_METADATA },
  {
    about: /^(false alarm|not confirmed): field-out-of-bounds\/failing\/unsigned\.yaml /,
    reason: "KubeVirt's webhook reads these into unsigned integers of Go; its CRD has no minimum",
  },
  { about: /^missed: .*\/termination-(filled-in|in-capitals|not-filled-in)\.yaml Route /, reason: ROUTES_OF_OPENSHIFT },
  {
    about: /^passing, but refused: hyper-converged-configuration-refused\/passing\/configuration\.yaml .* field-unknown spec\.certConfig/,
    reason: 'the fixture shows that a field of v1beta1 is not judged in v1, which drops it',
  },
  {
    about: /^passing, but refused: ingress-controller-refused\/passing\/domain-before-4\.21\.yaml .* spec\.domain/,
    reason: 'the fixture shows that releases before 4.21 take any domain',
  },
  {
    about: /^passing, but refused: .*(tdx-before-1\.6|pod-only)\.yaml .* field-newer-than-cluster /,
    reason: 'the fixture shows what a rule makes of a field that the release does not have yet',
  },
  {
    about: /^passing, but refused: gitops-quantity-rewritten\/passing\/no-quantity\.yaml .* field-type-wrong /,
    reason: 'the fixture shows that another rule has what is no quantity at all',
  },
  {
    about: /^missed: service-name-needs-newer-kubernetes\/passing\/openshift-4\.23\.yaml Service /,
    reason: 'the API server that is asked takes on the oldest Kubernetes with this KubeVirt, and the fixture is for a newer one',
  },
  { about: /^missed: route-plain-http-allowed\/failing\/reencrypt\.yaml Route /, reason: ROUTES_OF_OPENSHIFT },
];

/** Expressions of CustomResourceDefinitions that no fixture breaks, with the reason. Each is needed. */
export const UNBROKEN_EXPRESSIONS: readonly Exception[] = [
  { about: /^(TCP|TLS)Route spec\.rules: Rule name must be unique/, reason: 'the schema takes one rule only' },
  { about: /^HTTPRoute spec\.rules\.matches\.path: type must be one of /, reason: 'the schema lists the same types, and is asked before' },
  {
    about: /^ControlPlaneMachineSet spec\.(replicas|selector|state): .*(immutable|cannot be changed)/,
    reason: 'it compares with the object that is there before, which no manifest says',
  },
];
