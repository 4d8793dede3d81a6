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

/**
 * Phases of a DataVolume for which nobody has to wait: it is filled, or waits for its VM or the next checkpoint.
 *
 * @see https://github.com/kubevirt/containerized-data-importer/blob/v1.66.0/staging/src/kubevirt.io/containerized-data-importer-api/pkg/apis/core/v1beta1/types.go
 */
const SETTLED_DISK = ['Succeeded', 'WaitForFirstConsumer', 'PendingPopulation', 'Paused'];

/** How an object is, in CEL. */
export interface HealthCel {
  /** Whether it is well, a VM that is stopped on purpose too. */
  readonly current: string;
  /** Whether no waiting mends it. */
  readonly failed: string;
}

/**
 * @param object what goes before `spec` and `status`
 * @param status what has to hold before something in the status is asked for
 */
function machineHealthCel(object: string, status: string): HealthCel {
  const [printable, ready] = ['printableStatus', 'ready'].map((name) => [
    `${status}has(${object}status.${name})`,
    `${object}status.${name}`,
  ]);
  const current = [
    `has(${object}spec.runStrategy) && ${object}spec.runStrategy in ${cel(STARTED_BY_HAND)}`,
    `has(${object}spec.running) && !${object}spec.running`,
    `has(${object}spec.runStrategy) && ${object}spec.runStrategy in ${cel(ENDING)} && ${printable[0]} && ${printable[1]} == 'Stopped'`,
    ready.join(' && '),
  ];
  return {
    current: current.map((condition) => `(${condition})`).join(' || '),
    failed: `${printable[0]} && ${printable[1]} in ${cel(FAILED)}`,
  };
}

/** @see machineHealthCel */
function diskHealthCel(object: string, status: string): HealthCel {
  const phase = `${object}status.phase`;
  const hasPhase = `${status}has(${phase})`;
  return { current: `${hasPhase} && ${phase} in ${cel(SETTLED_DISK)}`, failed: `${hasPhase} && ${phase} == 'Failed'` };
}

/** For Flux, which asks nothing before an object has a status. */
export const FLUX_HEALTH = { machine: machineHealthCel('', ''), disk: diskHealthCel('', '') };

const HAS_STATUS = 'has(object.status) && ';

/** For Open Cluster Management, which asks at once. */
export const OCM_HEALTH = { machine: machineHealthCel('object.', HAS_STATUS), disk: diskHealthCel('object.', HAS_STATUS) };
