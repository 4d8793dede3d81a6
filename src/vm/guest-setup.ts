import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DiskDevice, Volume } from '../imports';
import { type CloudConfigFragment, CloudInit } from './cloud-init';

/** The most that KubeVirt takes inline, of user data and of network data each (`ValidateVirtualMachineInstanceSpec`). */
const INLINE_LIMIT_BYTES = 2048;
const VOLUME_NAME = 'cloudinit';

/** The cloud-init of one VM: what the user wrote, what devices need, and the Secrets for what is too long to stand inline. */
export class GuestSetup {
  private readonly fragments: CloudConfigFragment[] = [];
  private readonly secrets = new Map<string, ApiObject>();
  private cloudInit?: CloudInit;

  public constructor(
    private readonly scope: Construct,
    cloudInit?: CloudInit,
  ) {
    this.cloudInit = cloudInit;
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
    const [userSecret, networkSecret] = [this.secrets.get('userdata'), this.secrets.get('networkdata')];
    return {
      name: VOLUME_NAME,
      cloudInitNoCloud: {
        ...(userSecret ? { secretRef: { name: userSecret.name } } : { userData: this.userData }),
        ...(networkSecret ? { networkDataSecretRef: { name: networkSecret.name } } : { networkData: this.networkData }),
      },
    };
  }

  private get userData(): string | undefined {
    return this.cloudInit?._userData(this.fragments);
  }

  private get networkData(): string | undefined {
    return this.cloudInit?._networkData;
  }

  /** Data only grows, so that a Secret which is needed once stays needed: it is made as soon as the data is too long. */
  private spill(): void {
    this.spillInto('userdata', 'UserData', () => this.userData);
    this.spillInto('networkdata', 'NetworkData', () => this.networkData);
  }

  private spillInto(key: string, id: string, text: () => string | undefined): void {
    if (this.secrets.has(key) || Buffer.byteLength(text() ?? '') <= INLINE_LIMIT_BYTES) {
      return;
    }
    const stringData = Lazy.any({ produce: () => ({ [key]: text() }) });
    this.secrets.set(key, new ApiObject(this.scope, id, { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', stringData }));
  }
}
