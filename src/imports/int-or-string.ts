// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
/** A number or a string, such as a port number or the name of a port, a count or a percentage. */
export class IntOrString {
  /**
   * A number.
   *
   * @param value the number, such as 8080
   */
  public static fromNumber(value: number): IntOrString {
    return new IntOrString(value);
  }

  /**
   * A string.
   *
   * @param value the string, such as `https` or `40%`
   */
  public static fromString(value: string): IntOrString {
    return new IntOrString(value);
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
