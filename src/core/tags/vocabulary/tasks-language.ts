/** Tasks and problems of language, reasoning, agents and knowledge. Grammar of the lines: `entries.ts`. */
export const TASKS_LANGUAGE = `
AI Safety | LLM safety | agent safety | safe AI
AI-generated Text Detection | machine generated text detection | LLM generated text detection | AI text detection | detecting AI generated text
Agent Memory | agentic memory | memory augmented agent | memory augmented LLM agent | memory for LLM agent | memory system for LLM agent
Agentic RL | agentic reinforcement learning
AI for Education | intelligent tutoring | intelligent tutoring system | educational technology
Argument Mining | argumentation mining
Authorship Attribution | authorship verification
Automated Grading | automated essay scoring | automatic essay scoring | short answer grading | short answer scoring | automated scoring
Automated Program Repair | program repair | bug fixing | bug repair
Causal Reasoning | causal discovery in text
Clinical NLP | clinical natural language processing | clinical text | clinical note | medication reconciliation
Code Generation | program synthesis | code synthesis | generating code | code LLM | NL2Code
Code Review | automated code review
Code Search | code retrieval
Code Translation | code migration
Code-switching | code switched | code mixing | code mixed
Commonsense Reasoning
Continual Learning | lifelong learning | class incremental learning | catastrophic forgetting | incremental learning
Coreference Resolution | entity coreference
Creative Writing | story generation | creative text generation
Cross-lingual Transfer | crosslingual transfer | zero shot cross lingual transfer
Data Contamination | benchmark contamination | test set contamination
Dataset Distillation | dataset condensation
Deep Research | deep research agent | deep research system
Dependency Parsing | syntactic parsing | constituency parsing
Dialogue Systems | dialogue system | dialog system | task oriented dialogue | conversational agent | conversational AI | chatbot | open domain dialogue
Discourse Parsing
Document Understanding | document AI | document parsing | visual document understanding | document layout analysis | visually rich document
Emotion Recognition | emotion detection | emotion classification | speech emotion recognition | multimodal emotion recognition
Entity Linking | entity disambiguation | entity resolution | entity matching
Event Extraction | event detection | event argument extraction
Fact-checking | fact checking | fact verification | claim verification
Fake News Detection | misinformation detection | misinformation | disinformation | rumor detection
GUI Agents | GUI agent | computer use agent | computer using agent | mobile agent | GUI automation
GUI Grounding
Grammatical Error Correction
Hallucination | hallucination detection | hallucination mitigation | hallucinate
Hate Speech Detection | hate speech | toxicity detection | offensive language detection | toxic content detection
Information Extraction | open information extraction
Instruction Following | instruction following ability
Intent Detection | intent classification
Jailbreaking | jailbreak | jailbreak attack | jailbreaking attack
Key-value Extraction | key information extraction
Keyphrase Extraction | keyword extraction
Knowledge Editing | model editing | knowledge edit
Knowledge Graph Completion | link prediction in knowledge graph
Knowledge Graph QA | knowledge graph question answering | KGQA | knowledge base question answering | KBQA
LLM Agents | LLM agent | LLM based agent | language agent | agentic LLM | large language model agent | large language model based agent | AI agent | autonomous agent ? LLM LLMs | LLM powered agent | agentic AI
LLM Alignment | alignment of large language model | alignment of LLM | LM alignment | align LLM | aligning LLM | aligning large language model | language model alignment | align large language model | preference alignment | human preference alignment | aligning language model
LLM Evaluation | evaluating large language model | evaluating LLM | evaluation of large language model | evaluation of LLM | LLM benchmark
LLM Inference | LLM serving | large language model inference | LLM inference acceleration | accelerating LLM inference | accelerate LLM inference
LLM Reasoning | reasoning in LLM | reasoning in large language model | reasoning of LLM | reasoning of large language model | reasoning ability of large language model | reasoning language model | reasoning capability of large language model | reasoning capability of LLM | reasoning LLM | large reasoning model | reasoning model | reasoning performance of large language model | multi step reasoning | step by step reasoning | LRM ? reasoning
Efficient Reasoning | overthinking | concise reasoning | length penalty | intelligence per token
Legal NLP | legal text | legal judgment prediction | legal reasoning
Logical Reasoning | deductive reasoning | logical inference
Long-context Modeling | long context | long context language model | long context understanding | context length extension | context window extension
Long-horizon Tasks ~ | long horizon task | long horizon reasoning | long horizon planning
Machine Translation | neural machine translation | NMT ? translation | document level translation | speech translation
Mathematical Reasoning | math reasoning | math problem solving | math word problem | mathematical problem solving ? evaluate experiments show benchmark
Mental Health | depression detection | suicide risk
Multi-hop QA | multi hop question answering | multi hop reasoning | multihop question answering
Multi-turn Interaction | multi turn conversation | multi turn dialogue | multi turn reasoning
Multilingual NLP | multilingual language model | multilingual LLM | multilingual large language model | multilinguality | multilingual natural language processing | cross lingual
Low-resource Languages | low resource language | under resourced language | endangered language | low resource machine translation
Named Entity Recognition | NER ? entity entities
Natural Language Inference | textual entailment | recognizing textual entailment
Open-domain QA | open domain question answering
Opinion Mining | aspect based sentiment analysis | ABSA | stance detection
Paraphrase Generation ~ | paraphrase identification | paraphrasing
Peer Review | scientific peer review | automated peer review
Personalization ~ | personalized LLM | LLM personalization | user personalization
Prompt Injection | indirect prompt injection | prompt injection attack
Query Expansion | query rewriting | query reformulation
Question Answering | QA ? question answering questions | extractive question answering
Question Generation | automatic question generation
Reading Comprehension | machine reading comprehension
Red Teaming | red team | automated red teaming
Relation Extraction | joint entity and relation extraction
Coding Agents | coding agent | software engineering agent | code agent | issue resolution ? software repository
Repository-level Coding | repository level code | repository level
Sarcasm Detection
Scientific Discovery | AI scientist | automated scientific discovery | AI for science | AI4Science
Scientific Document Processing | scientific literature mining | citation recommendation | scholarly document
Semantic Parsing
Semantic Role Labeling
Sentiment Analysis | sentiment classification
Simultaneous Translation | simultaneous machine translation
Social Media Analysis ~ | social media post
Speech Recognition | automatic speech recognition | ASR ? speech audio
Speech Synthesis | text to speech | TTS ? speech | voice cloning
Speaker Recognition | speaker verification | speaker identification | speaker diarization
Speech Enhancement | speech separation | speech denoising
Spoken Language Understanding
Summarization | text summarization | abstractive summarization | document summarization | summarisation
Synthetic Data ~ | synthetic data generation | synthetic dataset | synthetic training data
Table Understanding | table question answering | tabular reasoning | table reasoning | table QA
Text Classification | document classification
Text Generation ~ | natural language generation | controllable text generation
Text Simplification
Text-to-SQL | text to SQL | NL2SQL | text2SQL | natural language to SQL | NL to SQL
Theorem Proving | automated theorem proving | formal theorem proving | neural theorem proving | proof generation | autoformalization
Theory of Mind
Tokenization ~ | subword tokenization | byte pair encoding
Tool Use | tool using | tool learning | function calling | tool calling | tool augmented | tool integrated reasoning
Topic Modeling | topic model
Unlearning | machine unlearning | LLM unlearning
Web Agents | web browsing agent | web navigation agent
Watermarking | LLM watermarking | text watermarking | image watermarking | digital watermark
Word Sense Disambiguation
Math Problem Generation
Over-refusal | overrefusal
Music Generation | music synthesis | symbolic music generation
Audio Generation | text to audio | audio synthesis
Sound Event Detection | audio classification | acoustic scene classification
Retrieval ~ | dense retrieval | passage retrieval | document retrieval | neural retrieval
Reranking | re ranking | reranker | passage reranking
-Recommendation | recommendation model | personalized recommendation | generative recommendation | item recommendation | recommender system | recommendation system | sequential recommendation | collaborative filtering | CTR prediction | click through rate prediction
E-commerce Search | product search
Conversational Search | conversational recommendation | conversational information seeking
Literature Review Generation | automating systematic review | literature review automation
Text Embedding | text embedding model | sentence embedding | sentence representation
Process Mining | conformance checking
Chemical Reasoning | chemistry reasoning | reaction prediction | retrosynthesis
Automatic Formalization
EEG-to-Text | EEG to text
Idea Generation | research idea generation | LLM ideation | ideation ? creative
`;
