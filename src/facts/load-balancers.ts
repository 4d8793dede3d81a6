/** What an annotation has to say for it to count; undefined: anything but an empty text. */
export interface AnnotationValue {
  readonly annotation: string;
  readonly values?: readonly string[];
}

/**
 * The annotations with ranges of clients, between commas, that count where `spec.loadBalancerSourceRanges` is empty.
 *
 * Source: `GetLoadBalancerSourceRanges` in Kubernetes' cloud-provider/service/helpers, and cloud-provider-azure.
 */
export const SOURCE_RANGES_ANNOTATIONS: readonly string[] = [
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'service.beta.kubernetes.io/azure-allowed-ip-ranges',
];

/**
 * By what a cloud is told that a load balancer is for its own networks, or that a list elsewhere says who gets in.
 *
 * Source: https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer, and the documentation of the
 * load balancers of AWS, Azure, Google, OpenStack, IBM, Oracle, Alibaba, Tencent, DigitalOcean, Scaleway, Hetzner and Yandex.
 */
export const LIMITED_LOAD_BALANCERS: readonly AnnotationValue[] = [
  { annotation: 'service.beta.kubernetes.io/aws-load-balancer-internal', values: ['true', '0.0.0.0/0'] },
  { annotation: 'service.beta.kubernetes.io/aws-load-balancer-scheme', values: ['internal'] },
  { annotation: 'service.beta.kubernetes.io/aws-load-balancer-security-groups' },
  { annotation: 'service.beta.kubernetes.io/azure-load-balancer-internal', values: ['true'] },
  { annotation: 'service.beta.kubernetes.io/azure-allowed-service-tags' },
  { annotation: 'networking.gke.io/load-balancer-type', values: ['internal'] },
  { annotation: 'cloud.google.com/load-balancer-type', values: ['internal'] },
  { annotation: 'service.beta.kubernetes.io/openstack-internal-load-balancer', values: ['true'] },
  { annotation: 'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', values: ['private'] },
  { annotation: 'service.beta.kubernetes.io/oci-load-balancer-internal', values: ['true'] },
  { annotation: 'oci-network-load-balancer.oraclecloud.com/internal', values: ['true'] },
  { annotation: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type', values: ['intranet'] },
  { annotation: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-acl-id' },
  { annotation: 'service.kubernetes.io/qcloud-loadbalancer-internal-subnetid' },
  { annotation: 'service.beta.kubernetes.io/do-loadbalancer-network', values: ['internal'] },
  { annotation: 'service.beta.kubernetes.io/scw-loadbalancer-private', values: ['true'] },
  { annotation: 'load-balancer.hetzner.cloud/disable-public-network', values: ['true'] },
  { annotation: 'yandex.cloud/load-balancer-type', values: ['internal'] },
];

/** Annotations that ask for an address, or several between commas. */
export const REQUESTED_ADDRESSES: readonly string[] = [
  'metallb.io/loadBalancerIPs',
  'metallb.universe.tf/loadBalancerIPs',
  'kube-vip.io/loadbalancerIPs',
  'lbipam.cilium.io/ips',
  'io.cilium/lb-ipam-ips',
];

/** The API groups of what gives addresses to load balancers on bare metal. */
export const METALLB_GROUP = 'metallb.io';
export const CILIUM_GROUP = 'cilium.io';

/** Classes of load balancers that nobody reaches from outside by default: those of AWS' controllers, and a private network. */
export const PRIVATE_CLASSES: readonly string[] = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb', 'tailscale'];

/** By what AWS' controller is asked for, which makes internal load balancers unless it is told otherwise. */
export const AWS_CONTROLLER: AnnotationValue = {
  annotation: 'service.beta.kubernetes.io/aws-load-balancer-type',
  values: ['external', 'nlb-ip'],
};

/** What has it make a public one. */
export const AWS_PUBLIC: AnnotationValue = {
  annotation: 'service.beta.kubernetes.io/aws-load-balancer-scheme',
  values: ['internet-facing'],
};

/** Whether annotations say so. */
export function says(annotations: Readonly<Record<string, unknown>>, { annotation, values }: AnnotationValue): boolean {
  const value = annotations[annotation];
  return typeof value === 'string' && value !== '' && (values === undefined || values.includes(value.toLowerCase()));
}
