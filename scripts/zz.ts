import { maximalMachines } from '../test/support/maximal-vms';
import { emittedFields, specFields } from '../test/support/field-coverage';
const all = specFields(); const em = emittedFields(maximalMachines());
console.log(all.length, em.size);
console.log(all.filter((f) => !em.has(f)).join('\n'));
