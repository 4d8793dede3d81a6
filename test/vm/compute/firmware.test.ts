import { Chart, Duration, Size, Testing } from 'cdk8s';
import { Architecture, Clock, Firmware, HypervFeatures, VirtualMachine, type VirtualMachineProps } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function domainOf(props: VirtualMachineProps): any {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(4), ...props });
  return Testing.synth(chart)[0].spec.template.spec.domain;
}

test('boots with EFI and Secure Boot, and switches SMM on with it', () => {
  const { firmware, features } = domainOf({ firmware: Firmware.efi({ persistent: true }) });
  expect(firmware).toEqual({ bootloader: { efi: { secureBoot: true, persistent: true } } });
  expect(features).toEqual({ smm: { enabled: true } });
});

test('boots with EFI alone when it is told so', () => {
  const { firmware, features } = domainOf({ firmware: Firmware.efi({ secureBoot: false }) });
  expect(firmware).toEqual({ bootloader: { efi: { secureBoot: false } } });
  expect(features).toBeUndefined();
});

test('has no Secure Boot on architectures that have none', () => {
  const { firmware, features } = domainOf({ firmware: Firmware.efi(), architecture: Architecture.ARM64 });
  expect(firmware).toEqual({ bootloader: { efi: { secureBoot: false } } });
  expect(features).toBeUndefined();
});

test('boots with BIOS and identifies itself', () => {
  const uuid = '6a1a24a1-4061-4607-8bf4-a3963d0c5895';
  const { firmware } = domainOf({ firmware: Firmware.bios({ useSerial: true }), firmwareUuid: uuid, firmwareSerial: 'VMware-42 1e 9c' });
  expect(firmware).toEqual({ uuid, serial: 'VMware-42 1e 9c', bootloader: { bios: { useSerial: true } } });
});

test('has a TPM that survives restarts', () => {
  expect(domainOf({ tpm: { persistent: true } }).devices).toEqual({ tpm: { persistent: true } });
  expect(domainOf({ tpm: { enabled: false } }).devices).toEqual({ tpm: { enabled: false } });
});

test('has the features and the clock that Windows wants', () => {
  const enabled = { enabled: true };
  const { features, clock } = domainOf({ hyperv: HypervFeatures.recommended(), clock: Clock.recommendedForWindows() });
  expect(features).toEqual({
    hyperv: {
      relaxed: enabled,
      vapic: enabled,
      spinlocks: { spinlocks: 8191 },
      vpindex: enabled,
      runtime: enabled,
      synic: enabled,
      synictimer: { enabled: true, direct: enabled },
      reset: enabled,
      frequencies: enabled,
      reenlightenment: enabled,
      tlbflush: enabled,
      ipi: enabled,
    },
  });
  expect(clock).toEqual({
    utc: {},
    timer: { hpet: { present: false }, pit: { tickPolicy: 'delay' }, rtc: { tickPolicy: 'catchup' }, hyperv: { present: true } },
  });
});

test('writes every feature', () => {
  const { features } = domainOf({
    acpi: false,
    apic: true,
    smm: true,
    kvmHidden: true,
    pvspinlock: false,
    hyperv: HypervFeatures.passthrough(),
  });
  expect(features).toEqual({
    acpi: { enabled: false },
    apic: { enabled: true },
    smm: { enabled: true },
    kvm: { hidden: true },
    pvspinlock: { enabled: false },
    hypervPassthrough: { enabled: true },
  });
});

test('writes enlightenments one by one', () => {
  const hyperv = HypervFeatures.of({ evmcs: true, synictimer: false, vendorId: 'KubeVirt' });
  expect(domainOf({ hyperv }).features).toEqual({
    hyperv: { evmcs: { enabled: true }, synictimer: { enabled: false }, vendorid: { vendorid: 'KubeVirt' } },
  });
});

test.each([
  [
    Clock.timezone('Europe/Berlin', { timers: { kvm: false, hyperv: false } }),
    { timezone: 'Europe/Berlin', timer: { kvm: { present: false }, hyperv: { present: false } } },
  ],
  [Clock.utc({ offset: Duration.hours(1) }), { utc: { offsetSeconds: 3600 } }],
])('writes the clock: %#', (clock, fields) => {
  expect(domainOf({ clock }).clock).toEqual(fields);
});

test.each<[string, () => unknown, string]>([
  [
    'a UUID',
    () => domainOf({ firmwareUuid: '42' }),
    '[shop/vm] firmwareUuid is "42": a UUID has 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12. Pass one, or leave it out. (uuid-invalid)',
  ],
  [
    'a serial number',
    () => domainOf({ firmwareSerial: 'a\nb' }),
    '[shop/vm] firmwareSerial is "a\\nb": a serial number is one line of text. Choose another serial number. (firmware-serial-invalid)',
  ],
  [
    'a time zone',
    () => Clock.timezone('Middle Earth'),
    '[Clock.timezone] timezoneName is "Middle Earth": the name of a time zone has letters, digits, "_", "+", "-" and "/" only. Use a name such as "Europe/Berlin". (timezone-invalid)',
  ],
  [
    'few spinlocks',
    () => HypervFeatures.of({ spinlocks: 100 }),
    '[HypervFeatures.of] spinlocks is 100: the value must be at least 4095. Pass 4095 or more. (out-of-range)',
  ],
  [
    'a long vendor',
    () => HypervFeatures.of({ vendorId: 'abcdefghijklm' }),
    '[HypervFeatures.of] vendorId is "abcdefghijklm": the name of a vendor has 1 to 12 characters, none of them a comma. Choose a shorter one. (hyperv-vendor-invalid)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(act)).toBe(message);
});
