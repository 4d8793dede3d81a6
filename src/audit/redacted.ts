/** Stands for certificates and keys in findings: findings get into logs. */
export const REDACTED = '(redacted)';
