import type { Amounts } from './amounts';

/** What a container asks for, and what it is limited to. */
export interface ContainerResources {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/** What is not requested is requested as it is limited: that is what the API server makes of it. */
export function withRequestsOfLimits({ requests, limits }: ContainerResources): ContainerResources {
  return { requests: { ...limits, ...requests }, limits };
}
