/**
 * Statuses of a VM that no waiting mends.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/staging/src/kubevirt.io/api/core/v1/types.go
 */
const FAILED = ['CrashLoopBackOff', 'DataVolumeError', 'ErrorPvcNotFound', 'ImagePullBackOff'];

/** Run strategies under which a VM runs only while somebody has it run. */
const STARTED_BY_HAND = ['Halted', 'Manual'];

/** Run strategies under which a guest that was shut down stays so. */
const ENDING = ['Once', 'RerunOnFailure'];

function lua(names: readonly string[]): string {
  return `{ ${names.map((name) => `["${name}"] = true`).join(', ')} }`;
}

function cel(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}

/** In the language of Argo CD's health checks, Lua: how a VM is. One that is stopped on purpose is well. */
export const MACHINE_HEALTH_LUA = `
local failed = ${lua(FAILED)}
local byHand = ${lua(STARTED_BY_HAND)}
local ending = ${lua(ENDING)}
local spec = obj.spec or {}
local strategy = spec.runStrategy or ""
local status = obj.status
if status == nil then
  return { status = "Progressing", message = "KubeVirt has not seen it yet" }
end
local printable = status.printableStatus or ""
if failed[printable] then
  return { status = "Degraded", message = printable }
end
if printable == "Paused" then
  return { status = "Suspended", message = printable }
end
if status.ready == true then
  return { status = "Healthy", message = printable }
end
if byHand[strategy] or spec.running == false or (ending[strategy] and printable == "Stopped") then
  return { status = "Healthy", message = "Stopped on purpose" }
end
return { status = "Progressing", message = printable }
`.trimStart();

/** The same in the language of Flux's, CEL. */
export const MACHINE_HEALTH_CEL = {
  current: [
    `has(spec.runStrategy) && spec.runStrategy in ${cel(STARTED_BY_HAND)}`,
    'has(spec.running) && !spec.running',
    `has(spec.runStrategy) && spec.runStrategy in ${cel(ENDING)} && has(status.printableStatus) && status.printableStatus == 'Stopped'`,
    'has(status.ready) && status.ready',
  ]
    .map((condition) => `(${condition})`)
    .join(' || '),
  failed: `has(status.printableStatus) && status.printableStatus in ${cel(FAILED)}`,
};
