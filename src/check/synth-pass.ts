import type { ApiObject } from 'cdk8s';
import type { Manifest } from '../graph';

/**
 * Keeps what is checked and what is written the same during one synth: an object that was rendered for the check is not rendered a
 * second time.
 */
export class SynthPass {
  private readonly held = new Map<ApiObject, Manifest>();
  private isLeft = false;

  public hold(apiObject: ApiObject, manifest: Manifest): void {
    this.held.set(apiObject, manifest);
    if (this.isLeft) {
      handOut(apiObject, manifest);
    }
  }

  /** What is written of an object. */
  public manifestOf(apiObject: ApiObject): unknown {
    return this.held.get(apiObject) ?? apiObject.toJson();
  }

  /** cdk8s is about to write: objects hand out the manifests that they were rendered to. */
  public leave(): void {
    this.isLeft = true;
    this.held.forEach((manifest, apiObject) => {
      handOut(apiObject, manifest);
    });
  }

  /** Objects render themselves again. */
  public end(): void {
    for (const apiObject of this.isLeft ? this.held.keys() : []) {
      delete (apiObject as Partial<ApiObject>).toJson;
    }
  }
}

function handOut(apiObject: ApiObject, manifest: Manifest): void {
  apiObject.toJson = () => manifest;
}
