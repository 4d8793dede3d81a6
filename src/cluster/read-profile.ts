import { readFileSync } from 'node:fs';
import { Arguments } from '../errors';
import { yamlPackage } from './cdk8s-internals';

/**
 * What stands in the file of a profile: one YAML document.
 *
 * @throws when the file cannot be read or is no YAML (`cluster-profile-unreadable`)
 */
export function readProfile(path: string): unknown {
  try {
    return onlyDocument(readFileSync(path, 'utf8'));
  } catch (error) {
    const [cause] = (error as Error).message.split(/:?\n/);
    const remedy = 'Pass a file that npx cdk8s-kubevirt profile has written, or one like it.';
    return new Arguments('ClusterProfile.fromFile').refuse('cluster-profile-unreadable', 'path', JSON.stringify(path), cause, remedy);
  }
}

function onlyDocument(text: string): unknown {
  const documents = yamlPackage().parseAllDocuments(text);
  const fault = documents.flatMap(({ errors }) => errors)[0] ?? (documents.length > 1 ? new Error('a profile is one document') : undefined);
  if (fault !== undefined) {
    throw fault;
  }
  return documents[0]?.toJS() ?? null;
}
