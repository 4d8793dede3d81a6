import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { MOST_INLINE_CLOUD_INIT_BYTES } from '../../facts';
import type { CloudInitNoCloudSource, DiskDevice, Volume } from '../../imports';
import type { CloudConfigFragment } from './cloud-config';
import { CloudInit } from './cloud-init';
import { GUEST_AGENT, GUEST_AGENT_MAY_MANAGE_KEYS, GuestAgentSource } from './guest-agent';
import type { GuestOptions } from './guest-options';

const VOLUME_NAME = 'cloudinit';

/** The cloud-init of one VM: what the user wrote, what devices need, and the Secrets for what is too long to stand inline. */
export class GuestSetup {
  private readonly fragments: CloudConfigFragment[] = [];
  private readonly secrets = new Map<string, ApiObject>();
  private cloudInit?: CloudInit;

  public constructor(
    private readonly scope: Construct,
    options: GuestOptions,
  ) {
    this.cloudInit = options.cloudInit;
    for (const fragment of fragmentsOf(options)) {
      this.add(fragment);
    }
    this.spill();
  }

  /** Adds what a device needs in the guest. */
  public add(fragment: CloudConfigFragment): void {
    this.cloudInit ??= CloudInit.fromCloudConfig({});
    this.fragments.push(fragment);
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
    return name === undefined ? { userData: this.userData } : { secretRef: { name } };
  }

  private get networkDataSource(): CloudInitNoCloudSource {
    const name = this.cloudInit?._networkData?._secretName ?? this.secrets.get('networkdata')?.name;
    return name === undefined ? { networkData: this.networkData } : { networkDataSecretRef: { name } };
  }

  private get userData(): string | undefined {
    return this.cloudInit?._userData(this.fragments);
  }

  private get networkData(): string | undefined {
    return this.cloudInit?._networkData?._text;
  }

  /** Data only grows, so that a Secret which is needed once stays needed: it is made as soon as the data is too long. */
  private spill(): void {
    if (this.isEmpty) {
      return;
    }
    this.spillInto('userdata', 'UserData', () => this.userData);
    this.spillInto('networkdata', 'NetworkData', () => this.networkData);
  }

  private spillInto(key: string, id: string, text: () => string | undefined): void {
    if (this.secrets.has(key) || Buffer.byteLength(text() ?? '') <= MOST_INLINE_CLOUD_INIT_BYTES) {
      return;
    }
    const stringData = Lazy.any({ produce: () => ({ [key]: text() }) });
    this.secrets.set(key, new ApiObject(this.scope, id, { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', stringData }));
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
