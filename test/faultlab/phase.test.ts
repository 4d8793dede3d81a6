import { domainState, isStartedAgain, phaseOf } from './phase';

const tell = (...names: string[]) => names.map((name, at) => ({ at, name, data: name === 'BLOCK_IO_ERROR' ? { action: 'stop' } : {} }));
const ended = { at: 9, code: 0, signal: null };

describe('what libvirt makes of QEMU', () => {
  test.each([
    ['nothing was told', [], undefined, { status: 'Running' }],
    ['a watchdog has reset the guest', ['WATCHDOG', 'RESET', 'RESET'], undefined, { status: 'Running' }],
    ['a watchdog has powered it off', ['WATCHDOG'], ended, { status: 'Shutoff', reason: 'Crashed', at: 9 }],
    ['the guest has shut down', ['POWERDOWN', 'SHUTDOWN', 'STOP'], ended, { status: 'Shutoff', reason: 'Shutdown', at: 1 }],
    ['its panic device has told', ['GUEST_PANICKED', 'STOP'], undefined, { status: 'Shutoff', reason: 'Crashed', at: 0 }],
    ['a disk has failed', ['BLOCK_IO_ERROR', 'STOP'], undefined, { status: 'Paused', reason: 'IOError', at: 1 }],
    ['it runs on after that', ['BLOCK_IO_ERROR', 'STOP', 'RESUME'], undefined, { status: 'Running' }],
    ['it was stopped later', ['BLOCK_IO_ERROR', 'STOP', 'RESUME', 'STOP'], undefined, { status: 'Paused', reason: 'Unknown', at: 3 }],
  ])('%s', (_, names, exit, state) => {
    expect(domainState(tell(...names), exit)).toEqual(state);
  });

  test('it was told to end QEMU', () => {
    expect(domainState([], ended, true)).toEqual({ status: 'Shutoff', reason: 'Destroyed', at: 9 });
  });
});

test('the phase of the instance', () => {
  expect(phaseOf({ status: 'Paused', reason: 'IOError' })).toBe('Running');
  expect(phaseOf({ status: 'Shutoff', reason: 'Crashed' })).toBe('Failed');
  expect(phaseOf({ status: 'Shutoff', reason: 'Shutdown' })).toBe('Succeeded');
  expect(phaseOf({ status: 'Shutoff', reason: 'Destroyed' })).toBe('Failed');
  expect(phaseOf({ status: 'Shutoff', reason: 'Destroyed' }, false)).toBe('Succeeded');
});

test('who is started again', () => {
  expect(isStartedAgain('Always', 'Succeeded')).toBe(true);
  expect(isStartedAgain('Always', 'Running')).toBe(false);
  expect(isStartedAgain('RerunOnFailure', 'Failed')).toBe(true);
  expect(isStartedAgain('RerunOnFailure', 'Succeeded')).toBe(false);
  expect(isStartedAgain('Manual', 'Failed')).toBe(false);
});
