/** A template that cannot be used; the message is Vietnamese and names the places that are wrong. */
export class TemplateError extends Error {
  readonly unknownFields: readonly string[];

  constructor(message: string, unknownFields: readonly string[] = []) {
    super(message);
    this.name = 'TemplateError';
    this.unknownFields = unknownFields;
  }
}
