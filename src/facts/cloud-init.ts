/**
 * The most bytes that the manifest of a VM may hold of user data and of network data each, once decoded.
 *
 * Source: `cloudInitUserMaxLen` and `cloudInitNetworkMaxLen` in KubeVirt's vmi-create-admitter.go.
 */
export const MOST_INLINE_CLOUD_INIT_BYTES = 2048;
