/** What writes reports of recoveries: a file of its own in the package, which is loaded when there is one to write. */
export { RECOVERY_FORMATS } from '../report/recovery/recovery-formats';
