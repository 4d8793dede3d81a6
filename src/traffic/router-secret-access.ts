import { type ISecret, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';

/** What the router needs to present a certificate that is in a Secret: the right to read this one Secret. */
export class RouterSecretAccess extends Construct {
  public constructor(scope: Construct, id: string, secret: ISecret, namespace: string | undefined) {
    super(scope, id);
    const metadata = { namespace };
    const role = new Role(this, 'Role', { metadata });
    role.allow(['get', 'list', 'watch'], secret);
    const router = ServiceAccount.fromServiceAccountName(this, 'Router', 'router', { namespaceName: 'openshift-ingress' });
    new RoleBinding(this, 'RoleBinding', { metadata, role }).addSubjects(router);
  }
}
