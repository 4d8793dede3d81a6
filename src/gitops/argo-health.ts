/** In the language of Argo CD's health checks, Lua. */
export const MACHINE_HEALTH = `
local strategy = nil
if obj.spec ~= nil then
  strategy = obj.spec.runStrategy
end
local status = obj.status
if status == nil then
  return { status = "Progressing", message = "KubeVirt has not seen it yet" }
end
local printable = status.printableStatus or ""
if printable == "CrashLoopBackOff" or printable == "ErrorPvcNotFound" or printable == "DataVolumeError" then
  return { status = "Degraded", message = printable }
end
if printable == "Paused" then
  return { status = "Suspended", message = printable }
end
if status.ready == true then
  return { status = "Healthy", message = printable }
end
if strategy == "Halted" or strategy == "Manual" then
  return { status = "Healthy", message = "Stopped on purpose" }
end
return { status = "Progressing", message = printable }
`;
