/** The kinds of Kubernetes itself that stand beside VMs, in every version that is served: the first one of each is what authors write. */
export const KUBERNETES_KINDS: readonly { readonly apiVersion: string; readonly kinds: readonly string[] }[] = [
  {
    apiVersion: 'v1',
    kinds: ['ConfigMap', 'LimitRange', 'Namespace', 'PersistentVolumeClaim', 'Pod', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount'],
  },
  { apiVersion: 'apps/v1', kinds: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'] },
  { apiVersion: 'autoscaling/v2', kinds: ['HorizontalPodAutoscaler'] },
  { apiVersion: 'autoscaling/v1', kinds: ['HorizontalPodAutoscaler'] },
  { apiVersion: 'batch/v1', kinds: ['CronJob', 'Job'] },
  { apiVersion: 'discovery.k8s.io/v1', kinds: ['EndpointSlice'] },
  { apiVersion: 'networking.k8s.io/v1', kinds: ['Ingress', 'IngressClass', 'NetworkPolicy'] },
  { apiVersion: 'policy/v1', kinds: ['PodDisruptionBudget'] },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'] },
  { apiVersion: 'scheduling.k8s.io/v1', kinds: ['PriorityClass'] },
  { apiVersion: 'storage.k8s.io/v1', kinds: ['StorageClass'] },
];
