/*
 * Which texts the package `yaml` writes without quotes when it writes version 1.1, which is how cdk8s uses it.
 *
 * Sources: `plainString` and `stringifyString` of stringify/stringifyString.js and the tests of the tags in schema/yaml-1.1 of
 * yaml 2.9.1. `test/synth` holds all of it against the package.
 */

/** Too long for a word of version 1.1, and no number: most texts are such. */
export const PLAIN_AT_A_GLANCE = /^(?![eE][-+]?\d)[A-Za-z/][\w./-]{5,}$/;

/** What a line without quotes may not begin with, hold or end with. */
export const NOT_PLAIN = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|:[ \t]|[\t ]#|[\t :]$/;

/** Words of version 1.1. */
export const YAML_WORD =
  /^(?:~|[Nn]ull|NULL|Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON|N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)?$/;

/** Numbers of version 1.1, those in minutes and hours too. */
export const YAML_NUMBER =
  /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|(?:\d[\d_]*)?\.[\d_]*|(?:\d[\d_]*)?(?:\.[\d_]*)?[eE][-+]?\d+|\d[\d_]*)$/;

/** Times and days of version 1.1. */
export const YAML_TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+][012]?\d(?::\d{2})?))?)?$/;
