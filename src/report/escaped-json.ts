import { onOneLine } from '../facts';

/** Begins commands in the logs of pipelines (`logLine`); in JSON it stands in texts only. */
const COMMAND = /##/g;

/** A value as JSON in which characters that are more than characters are escaped: for terminals, editors and browsers. */
export function escapedJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).split('\n').map(onOneLine).join('\n').replace(COMMAND, '#\\u0023');
}
