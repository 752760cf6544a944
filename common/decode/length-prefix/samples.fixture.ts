import { sample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

/** Made with Python's `struct.pack`. */
export const SAMPLES = [
	sample('JSON behind u32be', '0000001a 7b22636d64223a20332c2022756e6974223a205b312c20325d7d', STREAM),
	sample('twice JSON behind u16le', '0700 7b226e223a317d 0700 7b226e223a317d', STREAM),
	sample(
		'XML behind u32le that counts itself',
		'27000000 3c3f786d6c2076657273696f6e3d22312e30223f3e3c6120623d2231223e743c2f613e',
		STREAM,
	),
	sample('JSON behind u8', '07 7b226e223a317d', STREAM),
	sample('HTTP behind u16be that counts itself', '001d 474554202f20485454502f312e310d0a486f73743a20610d0a0d0a', STREAM),
];
