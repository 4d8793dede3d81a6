// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
/** An amount of a resource in Kubernetes' notation, such as `500m`, `2`, `4Gi`. */
export class Quantity {
  /**
   * A plain number.
   *
   * @param value the number, such as 2
   */
  public static fromNumber(value: number): Quantity {
    return new Quantity(value);
  }

  /**
   * A number with a suffix.
   *
   * @param value the amount, such as `4Gi`
   */
  public static fromString(value: string): Quantity {
    return new Quantity(value);
  }

  /** The number or the string. */
  public readonly value: string | number;

  private constructor(value: string | number) {
    this.value = value;
  }

  /** What stands in the manifest: the bare value. CDK8s asks for it at synthesis. */
  public resolve(): string | number {
    return this.value;
  }
}
