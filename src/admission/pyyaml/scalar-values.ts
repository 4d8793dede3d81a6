import { YAML_TIME } from '../../facts';
import type { ScalarNode } from './nodes';
import { YAML_TAG } from './nodes';

/** What PyYAML takes for a day or a time without quotes. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER_WITHOUT_DIGITS = /^[-+]?0[bx]_+$/;
const TRUTHS = ['yes', 'no', 'true', 'false', 'on', 'off'];
const FRACTION = /^\s*[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|inf|infinity|nan)\s*$/;
const DECIMAL = /^\s*[-+]?\d+\s*$/;
const NOT_ASCII = /[^\t\n\r -~]/;
const MINUTES_PER_DAY = 1440;

/** Why a text does not become the value that it or its tag says; `tag`: because of the tag. */
export function scalarFault(node: ScalarNode): string | undefined {
  return node.isImplicit ? implicitFault(node.text) : node.tag === undefined ? undefined : taggedFault(node.tag, node.text);
}

function implicitFault(text: string): string | undefined {
  const first = text.charCodeAt(0);
  // Anything else begins no number and no day.
  if (!(first >= 0x30 && first <= 0x39) && first !== 0x2b && first !== 0x2d) {
    return undefined;
  }
  if (NUMBER_WITHOUT_DIGITS.test(text)) {
    return 'a number without digits, and without quotes';
  }
  return (DAY.test(text) || (YAML_TIME.test(text) && text.includes(':'))) && !isDay(text)
    ? 'a day or a time that does not exist, without quotes'
    : undefined;
}

/** Whether Python has a day like this, and a time. */
function isDay(text: string): boolean {
  const [, year, month, day, hour, minute, second, zoneHours, zoneMinutes] = (YAML_TIME.exec(text) ?? []).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isTime = Number.isNaN(hour) || (hour < 24 && minute < 60 && second < 60);
  return exists && isTime && !((zoneHours || 0) * 60 + (zoneMinutes || 0) >= MINUTES_PER_DAY);
}

function taggedFault(tag: string, text: string): string | undefined {
  const type = tag.startsWith(YAML_TAG) ? tag.slice(YAML_TAG.length) : '';
  const isValue = Object.hasOwn(TYPES, type) ? TYPES[type](text) : undefined;
  return isValue === undefined ? 'tag' : isValue ? undefined : `a text with the tag !!${type} that is none`;
}

const TYPES: Readonly<Record<string, (text: string) => boolean>> = {
  str: () => true,
  null: () => true,
  bool: (text) => TRUTHS.includes(text.toLowerCase()),
  int: isInteger,
  float: isFraction,
  binary: isBase64,
  timestamp: (text) => YAML_TIME.test(text) && isDay(text),
};

function withoutSign(text: string): string {
  return text.replace(/_/g, '').replace(/^[-+]/, '');
}

function isInteger(text: string): boolean {
  const digits = withoutSign(text);
  if (digits.startsWith('0b')) {
    return /^[-+]?[01]+\s*$/.test(digits.slice(2));
  }
  if (digits.startsWith('0x')) {
    return /^[-+]?[0-9a-f]+\s*$/i.test(digits.slice(2));
  }
  if (digits.startsWith('0')) {
    return /^(?:0o)?[0-7]+\s*$/i.test(digits);
  }
  return digits.split(':').every((part) => DECIMAL.test(part));
}

function isFraction(text: string): boolean {
  const digits = withoutSign(text).toLowerCase();
  return digits === '.inf' || digits === '.nan' || digits.split(':').every((part) => FRACTION.test(part));
}

/** Python passes over what is no character of base64, and wants the rest to be whole. */
function isBase64(text: string): boolean {
  if (NOT_ASCII.test(text)) {
    return false;
  }
  let place = 0;
  let pads = 0;
  for (const character of text) {
    if (character === '=') {
      pads++;
      if (place >= 2 && place + pads >= 4) {
        return true;
      }
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      pads = 0;
      place = (place + 1) % 4;
    }
  }
  return place === 0;
}
