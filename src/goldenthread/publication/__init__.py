"""What is public: frozen, labelled copies. It can import nothing confidential."""
