export { isMendedByQuotes, type Misreading, misreadKey, misreadValue } from './misreading';
export { canStandInFor } from './stand-in';
export { type Caller, synth, synthYaml } from './synthesis';
export { isWrittenHere, yamlDocument } from './yaml-document';
