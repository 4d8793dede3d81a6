import type { ApiObject } from 'cdk8s';
import type { Manifest } from '../graph';

/**
 * Keeps what is checked and what is written the same during one synth: an object that was rendered for the check hands
 * out that manifest again instead of rendering itself a second time.
 */
export class SynthPass {
  private readonly held: ApiObject[] = [];

  public hold(apiObject: ApiObject, manifest: Manifest): void {
    apiObject.toJson = () => manifest;
    this.held.push(apiObject);
  }

  /** Objects render themselves again. */
  public end(): void {
    for (const apiObject of this.held) {
      delete (apiObject as Partial<ApiObject>).toJson;
    }
  }
}
