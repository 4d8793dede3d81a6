/** Why a text is left as it is: in a sentence. */
export class EditRefusal extends Error {}
