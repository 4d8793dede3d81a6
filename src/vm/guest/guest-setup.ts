import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { Architecture } from '../../cluster';
import { MOST_INLINE_CLOUD_INIT_BYTES } from '../../facts';
import type { CloudInitNoCloudSource, DiskDevice, Volume } from '../../imports';
import type { CloudConfigByArchitecture, CloudConfigFragment } from './cloud-config';
import { CloudInit } from './cloud-init';
import { GUEST_AGENT, GUEST_AGENT_MAY_MANAGE_KEYS, GuestAgentSource } from './guest-agent';
import type { GuestOptions } from './guest-options';

const VOLUME_NAME = 'cloudinit';

/** The VM that is set up. */
interface Machine extends Construct {
  readonly architecture: Architecture;
  /** The one that the VM asks for; undefined where that of the cluster counts, which may be told any time before synth. */
  readonly _ownArchitecture?: Architecture;
}

/** The cloud-init of one VM: what the user wrote, what devices need, and the Secrets for what is not to stand inline. */
export class GuestSetup {
  private readonly fragments: readonly CloudConfigFragment[];
  private readonly fragmentsByArchitecture: CloudConfigByArchitecture[] = [];
  private readonly secrets = new Map<string, ApiObject>();
  private cloudInit?: CloudInit;

  public constructor(
    private readonly vm: Machine,
    options: GuestOptions,
  ) {
    this.fragments = fragmentsOf(options);
    this.cloudInit = options.cloudInit ?? (this.fragments.length === 0 ? undefined : CloudInit.fromCloudConfig({}));
    this.spill();
  }

  /** Adds what a device needs in the guest. */
  public add(fragments: CloudConfigByArchitecture): void {
    this.cloudInit ??= CloudInit.fromCloudConfig({});
    this.fragmentsByArchitecture.push(fragments);
    this.spill();
  }

  public get isEmpty(): boolean {
    return this.cloudInit === undefined;
  }

  public get disk(): DiskDevice {
    return { name: VOLUME_NAME, disk: { bus: 'virtio' } };
  }

  public get volume(): Volume {
    const source = { ...this.userDataSource, ...this.networkDataSource };
    return { name: VOLUME_NAME, ...(this.cloudInit && { [this.cloudInit.dataSource]: source }) };
  }

  private get userDataSource(): CloudInitNoCloudSource {
    const name = this.cloudInit?._secretName ?? this.secrets.get('userdata')?.name;
    return name === undefined ? { userData: this.userData(this.vm.architecture) } : { secretRef: { name } };
  }

  private get networkDataSource(): CloudInitNoCloudSource {
    const name = this.cloudInit?._networkData?._secretName ?? this.secrets.get('networkdata')?.name;
    return name === undefined ? { networkData: this.networkData } : { networkDataSecretRef: { name } };
  }

  private fragmentsOn(architecture: Architecture): CloudConfigFragment[] {
    return [...this.fragments, ...this.fragmentsByArchitecture.flatMap((fragments) => fragments(architecture))];
  }

  private userData(architecture: Architecture): string | undefined {
    return this.cloudInit?._userData(this.fragmentsOn(architecture));
  }

  private get networkData(): string | undefined {
    return this.cloudInit?._networkData?._text;
  }

  /**
   * Data only grows, so that a Secret which is needed once stays needed: it is made as soon as the data is too long on any
   * architecture that the VM may have, or at once where the user wants it.
   */
  private spill(): void {
    if (this.isEmpty) {
      return;
    }
    this.spillInto('userdata', 'UserData', (architecture) => this.userData(architecture), this.differentArchitectures);
    this.spillInto('networkdata', 'NetworkData', () => this.networkData, [this.vm.architecture]);
  }

  /** One architecture for each set-up that the guest may get: text is made of each, which takes longer than to compare them. */
  private get differentArchitectures(): Architecture[] {
    const isKnown = this.fragmentsByArchitecture.length === 0 || this.vm._ownArchitecture !== undefined;
    const possible = isKnown ? [this.vm.architecture] : Object.values(Architecture);
    return [...new Map(possible.map((architecture) => [JSON.stringify(this.fragmentsOn(architecture)), architecture])).values()];
  }

  private spillInto(
    key: string,
    id: string,
    text: (architecture: Architecture) => string | undefined,
    architectures: Architecture[],
  ): void {
    if (this.secrets.has(key) || !architectures.some((architecture) => this.belongsIntoSecret(text(architecture)))) {
      return;
    }
    const stringData = Lazy.any({ produce: () => ({ [key]: text(this.vm.architecture) }) });
    this.secrets.set(key, new ApiObject(this.vm, id, { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', stringData }));
  }

  private belongsIntoSecret(text: string | undefined): boolean {
    return text !== undefined && (this.cloudInit?._inSecret === true || Buffer.byteLength(text) > MOST_INLINE_CLOUD_INIT_BYTES);
  }
}

/** What the options need in the guest; an empty fragment brings a disk for keys that go with it. */
function fragmentsOf({ guestAgent, accessCredentials = [] }: GuestOptions): CloudConfigFragment[] {
  const installed = guestAgent === GuestAgentSource.CLOUD_INIT;
  return [
    ...(installed ? [GUEST_AGENT] : []),
    ...(installed && accessCredentials.some(({ _needsKeysByAgent }) => _needsKeysByAgent) ? [GUEST_AGENT_MAY_MANAGE_KEYS] : []),
    ...(accessCredentials.some(({ _needsCloudInit }) => _needsCloudInit) ? [{}] : []),
  ];
}
