/* How promises are read and compared: a script of its own, read before the first question. */
export { missesOf, promiseOf } from '../../review/plan/plan-promise';
export { wholeNumberOf } from '../../review/plan/whole-number';
