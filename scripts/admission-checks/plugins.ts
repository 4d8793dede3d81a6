import type { CheckedSource } from './admission-check';

const SINCE = '1.9';

/** What is refused of plugins, which came with 1.9: their expressions are compiled in the webhook. */
export const PLUGINS: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: 'pkg/virt-api/webhooks/validating-webhook/admitters/plugin-admitter.go',
    checks: [
      { function: 'validatePlugin', refuses: 'a condition of a plugin that does not compile', since: SINCE },
      { function: 'validateDomainHookCEL', refuses: 'a condition or a mutation of a domain that does not compile', since: SINCE },
      { function: 'validateNodeHookCEL', refuses: 'a condition of a hook of a node that does not compile', since: SINCE },
      { function: 'validateSidecarSocketPaths', refuses: 'a path of a socket with detours', since: SINCE },
    ],
  },
];
