/**
 * What a tool puts something else in place of before anything is applied: `${DOMAIN}` of envsubst, Flux and clusterctl, `{{ .Values.host }}`
 * of Helm and Ansible.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 * @see https://cluster-api.sigs.k8s.io/clusterctl/commands/generate-yaml
 * @see https://helm.sh/docs/chart_template_guide/builtin_objects/
 */
const PLACEHOLDER = /\$\{[^{}]+\}|\{\{[^{}]+\}\}/;

/** Whether a value of one line is not yet what will be applied. */
export function hasPlaceholder(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\n') && PLACEHOLDER.test(value);
}
