const DIGEST = /@sha\d+:/;

/**
 * Whether the name of an image has a digest: a tag can be moved to another image.
 *
 * Source: https://kubernetes.io/docs/concepts/containers/images/#image-names
 */
export function isPinned(image: string): boolean {
  return DIGEST.test(image);
}
