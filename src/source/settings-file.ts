import { readFileSync } from 'node:fs';
import type { FieldPath } from '../facts';
import { decode } from './decode';
import type { SourceFault, SourcePlace } from './fault';
import { locate } from './locate';
import { plainSetting } from './plain-scalar';
import { regionOfSpan, type SourceRegion } from './source-region';
import { syntaxTrees } from './syntax-tree';
import { TextLines } from './text-lines';
import { unreadable } from './unreadable';
import { yamlValues } from './yaml-values';

/** A file of settings in one YAML or JSON document, with the places of its fields. */
export interface SettingsFile {
  readonly value: unknown;
  readonly faults: readonly SourceFault[];
  readonly regionOf: (field: FieldPath) => SourceRegion;
  readonly lines: TextLines;
}

/** Reads a file of settings. */
export function readSettings(path: string): SettingsFile {
  try {
    return settingsOf(readFileSync(path));
  } catch (error) {
    return faulty({ message: unreadable(error) });
  }
}

function settingsOf(bytes: Buffer): SettingsFile {
  const decoded = decode(bytes);
  if ('fault' in decoded) {
    return faulty(decoded.fault);
  }
  const { text } = decoded;
  const lines = new TextLines(text);
  const { values, faults } = yamlValues(text, plainSetting);
  const found = faults.map(({ offset, message }): SourceFault => ({ place: lines.placeOf(offset), message }));
  const second = values.length > 1 ? [{ message: 'There is more than one document in it. Keep one.' }] : [];
  return {
    value: values[0] ?? null,
    faults: [...found, ...second],
    lines,
    regionOf: (field) => {
      const [root = { start: 0 }] = syntaxTrees(text);
      return regionOfSpan(lines, locate(root, field));
    },
  };
}

const NOWHERE: SourcePlace = { line: 1, column: 1 };

function faulty(fault: SourceFault): SettingsFile {
  return {
    value: null,
    faults: [fault],
    lines: new TextLines(''),
    regionOf: () => ({ ...NOWHERE, endLine: NOWHERE.line, endColumn: NOWHERE.column }),
  };
}
