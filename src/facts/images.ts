import type { Format } from './format';

const DIGEST = /@sha\d+:/;

/**
 * Whether the name of an image has a digest: a tag can be moved to another image.
 *
 * Source: https://kubernetes.io/docs/concepts/containers/images/#image-names
 */
export function isPinned(image: string): boolean {
  return DIGEST.test(image);
}

const DOMAIN_LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const DOMAIN = String.raw`${DOMAIN_LABEL}(?:\.${DOMAIN_LABEL})*|\[[0-9a-f:]+\]`;
const PART = String.raw`[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*`;
const TAG = String.raw`\w[\w.-]{0,127}`;
const DIGEST_OF_ANY = '[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-f]+';

/**
 * The name of an image as the kubelet reads it: what stands before the first slash may be a registry, and have capitals.
 *
 * Source: `ParseNormalizedNamed` in https://github.com/distribution/reference/blob/v0.6.0/normalize.go
 */
export const IMAGE_REFERENCE: Format = {
  pattern: new RegExp(String.raw`^(?:(?:${DOMAIN})(?::\d+)?/)?${PART}(?:/${PART})*(?::${TAG})?(?:@${DIGEST_OF_ANY})?$`),
  words: 'a registry and a path in small letters, with a tag or a digest, without spaces and without a scheme before it',
};
