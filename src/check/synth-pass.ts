import type { ApiObject } from 'cdk8s';
import type { Manifest } from '../graph';
import type { Caller } from '../synth';

/**
 * Keeps what is checked and what is written the same during one synth: an object that was rendered for the check is not rendered a
 * second time.
 */
export class SynthPass implements Caller<any> {
  private readonly held = new Map<ApiObject, Manifest>();
  private readonly synthesize: () => any;
  private isLeft = false;

  /** @param synthesize what cdk8s does */
  public constructor(synthesize: () => any) {
    this.synthesize = synthesize;
  }

  public hold(apiObject: ApiObject, manifest: Manifest): void {
    this.held.set(apiObject, manifest);
    if (this.isLeft) {
      handOut(apiObject, manifest);
    }
  }

  /** What is written of an object. */
  public readonly manifestOf = (apiObject: ApiObject): unknown => this.held.get(apiObject) ?? apiObject.toJson();

  /** Has cdk8s write: objects hand out the manifests that they are rendered to. */
  public readonly leave = (): any => {
    this.isLeft = true;
    this.held.forEach((manifest, apiObject) => {
      handOut(apiObject, manifest);
    });
    return this.synthesize();
  };

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
