/** What decides how long an unhealthy node may still run, in seconds and counts. */
export interface SafeTimeInputs {
  readonly apiCheckInterval: number;
  readonly apiServerTimeout: number;
  readonly maxApiErrorThreshold: number;
  readonly peerDialTimeout: number;
  readonly peerRequestTimeout: number;
  readonly watchdogTimeout: number;
}

/** The defaults of the self node remediation operator, and the timeout that most hardware watchdogs start with. */
export const SAFE_TIME_DEFAULTS: SafeTimeInputs = {
  apiCheckInterval: 15,
  apiServerTimeout: 5,
  maxApiErrorThreshold: 3,
  peerDialTimeout: 5,
  peerRequestTimeout: 7,
  watchdogTimeout: 60,
};

const SMALLEST_BATCH = 3;
const BATCHES_AFTER_FIRST = 10;
const LONGEST_WAIT_FOR_PEERS = 30;
const RESERVE = 30;
const PEER_REQUEST_RESERVE = 2;

/**
 * The seconds after which a node that cannot be reached is certain to have rebooted itself: until it has missed the API
 * server often enough, has asked its peers batch by batch, and its watchdog has expired.
 */
export function safeTime(inputs: SafeTimeInputs, workers: number): number {
  const untilAsking = (inputs.apiCheckInterval + inputs.apiServerTimeout) * inputs.maxApiErrorThreshold;
  const answer = Math.max(inputs.peerRequestTimeout, shortestPeerRequestTimeout(inputs.apiServerTimeout));
  const asking = peerBatches(workers) * (inputs.peerDialTimeout + answer);
  return untilAsking + Math.max(LONGEST_WAIT_FOR_PEERS, asking) + inputs.watchdogTimeout + RESERVE;
}

/** The shortest time for the answer of a peer that the operator works with: the peer asks the API server first. */
export function shortestPeerRequestTimeout(apiServerTimeout: number): number {
  return apiServerTimeout + PEER_REQUEST_RESERVE;
}

/** Three peers first, then a tenth of the others at a time, but never fewer than three. */
function peerBatches(workers: number): number {
  const batch = Math.max(SMALLEST_BATCH, Math.floor((workers - SMALLEST_BATCH) / BATCHES_AFTER_FIRST));
  return 1 + Math.max(0, Math.ceil((workers - SMALLEST_BATCH) / batch));
}
