/** Model families. Grammar of the lines: `entries.ts`. */
export const MODELS = `
LLM ~ | large language model
MLLM | multimodal large language model | multimodal LLM | large multimodal model | LMM ? multimodal | multi modal large language model | omni modal
VLM | vision language model | large vision language model | LVLM | vision language foundation model
Small Language Models | small language model | SLM ? language
VLA | vision language action model | vision language action
Diffusion Models | diffusion model | denoising diffusion | diffusion probabilistic model | score based generative model | diffusion based generative model | score based diffusion | DDPM | DDIM
Diffusion LLM | diffusion large language model | diffusion language model | dLLM | masked diffusion language model | masked diffusion model | discrete diffusion language model | language diffusion model
Foundation Models ~ | foundation model
Generative Models ~ | deep generative model
Normalizing Flows | normalizing flow
Audio Language Models | audio language model | large audio language model | speech language model | spoken language model
'GPT-2 | GPT2
'DistilBERT
'GPT-3 | GPT-3.5 | GPT3
'GPT-4 | GPT-4V | GPT4 | GPT-4 Turbo | GPT-4.1
'GPT-4o | GPT-4o-mini | GPT4o
'GPT-5 | GPT5
'GPT-OSS | gpt-oss
'ChatGPT
'OpenAI o1 | OpenAI-o1 | o1-preview | o1-mini
'OpenAI o3 | o3-mini | o4-mini
'Claude ? LLM LLMs GPT Gemini Anthropic Sonnet Opus agent agents language | Claude Sonnet | Claude Opus | Claude Code
'Gemini ? LLM LLMs GPT Claude Google multimodal language Pro Flash | Gemini Pro | Gemini Flash
'Gemma ? LLM LLMs language model models Google
'Llama | LLaMA | LLaMa | Llama2 | Llama3 | LLaMA2 | LLaMA3 | Llama-2 | Llama-3 | LLaMA-2 | LLaMA-3
'TinyLlama
'Vicuna
'Alpaca ? LLaMA Llama instruction
'Mistral | Mistral-7B
'Mixtral
'Qwen | Qwen2 | Qwen3 | Qwen2.5 | Qwen1.5 | Qwen3.5 | QwQ
'Qwen-VL | Qwen2-VL | Qwen2.5-VL | Qwen3-VL
'DeepSeek | DeepSeek-V3 | DeepSeek-V2
'DeepSeek-R1 | DeepSeek R1 | R1-Zero | DeepSeek-R1-Zero
'Kimi ? LLM LLMs Moonshot model models
'GLM-4 | ChatGLM | GLM-4.5
'Phi-3 | Phi-4 | Phi-2 | Phi-3.5 | Phi-3.5-mini
'OLMo | OLMo-2 | OLMo-3 | OLMo2
'Pythia ? LLM LLMs language model models
'Falcon ? LLM LLMs Llama
'Grok ? LLM LLMs GPT xAI
'InternLM
'InternVL | InternVL2 | InternVL3 | InternVL2.5
'BLOOM ? language LLM LLMs multilingual
'PaLM
'LLaDA
'BERT | bidirectional encoder representations from transformers | mBERT | bert base
'RoBERTa
'XLM-R | XLM-RoBERTa
'DeBERTa
'ModernBERT
'Sentence-BERT | SBERT
'ALBERT
'BART ? language text summarization generation pre-trained pretrained
'T5 ? text transformer language | Flan-T5 | mT5
'BioBERT
'ClinicalBERT
'PubMedBERT
'SciBERT
'BioMistral
'ESM-2 | ESM2 | ESM3
'AlphaFold | AlphaFold2 | AlphaFold3 | AlphaFold 2 | AlphaFold 3
'AlphaZero
'AlphaGo
'MuZero
'CodeLlama | Code Llama
'StarCoder
'CodeBERT
'CodeT5
'Codex ? code OpenAI
'GitHub Copilot | Copilot ? code coding GitHub
'LLaVA | LLaVA-NeXT | LLaVA-OneVision | LLaVA-1.5
'BLIP-2 | BLIP
'InstructBLIP
'Flamingo ? vision visual multimodal
'CLIP ? vision image images visual text language | contrastive language image pre training | contrastive language image pretraining | OpenCLIP
'SigLIP | SigLIP2
'DINO ? vision visual features image | DINOv2 | DINOv3 | DINO-v2
'SAM ? segment segmentation mask masks | segment anything | segment anything model
'SAM 2 | SAM2 | segment anything model 2 | segment anything 2
'SAM 3 | SAM3
'Grounding DINO
'YOLO | YOLOv5 | YOLOv7 | YOLOv8 | YOLOv9 | YOLOv10 | YOLOv11 | YOLO11 | YOLOv12 | you only look once
'DETR | RT-DETR | Deformable DETR
'Mask R-CNN
'Faster R-CNN
'EfficientNet | EfficientNet-B0
'MobileNet | MobileNetV2 | MobileNetV3
'VGG | VGG16 | VGG19
'DenseNet | DenseNet121
'nnU-Net | nnUNet
'Depth Anything | DepthAnything | Depth Anything V2
'VGGT
'DUSt3R
'MASt3R
'Large Reconstruction Model | large reconstruction models | LRM ? reconstruction
'Stable Diffusion | Stable Diffusion 3 | SDXL | SD3 ? diffusion image | stable diffusion
'FLUX ? diffusion image generation | FLUX.1
'DALL-E | DALL·E | DALLE
'Midjourney
'Imagen ? image diffusion
'Sora ? video
'Veo ? video | Veo 3
'Wan ? video diffusion | Wan2.1 | Wan2.2
'CogVideoX | CogVideo
'HunyuanVideo
'EAGLE ? speculative | EAGLE-3 | EAGLE-2
'Whisper ? speech ASR audio
'wav2vec 2.0 | wav2vec | wav2vec2
'HuBERT
'WavLM
'OpenVLA
'RT-2
'RT-1 ? robot robotic
'Octo ? robot robotic policy
'GR00T
'TabPFN
'TimesFM
'Chronos ? forecasting
'MOIRAI
'RWKV
'RetNet
'xLSTM
`;
