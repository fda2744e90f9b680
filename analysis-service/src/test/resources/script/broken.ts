export class Kept { method( { }
export function afterClass(a: string) { return a }
const list = [1, 2
function afterList() {}
interface Open { a: string; b(
export class AfterInterface { kept() {} }
foo(bar(
import { x } from './x';
let y = `template ${ unfinished
