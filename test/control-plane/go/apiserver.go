package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"net"
	"net/url"
	"os"
	"path/filepath"

	"go.etcd.io/etcd/server/v3/embed"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/util/keyutil"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/cmd/kube-apiserver/app/options"
)

// connection is what a client needs; it is written to standard output as one line of JSON, before the server is ready.
type connection struct {
	URL   string `json:"url"`
	CA    string `json:"ca"`
	Token string `json:"token"`
}

// runAPIServer runs etcd, which keeps its data in dir, and kube-apiserver on it, with one user who may do everything.
func runAPIServer(ctx context.Context, dir string, flags []string) error {
	etcd, err := startEtcd(filepath.Join(dir, "etcd"))
	if err != nil {
		return err
	}
	defer etcd.Close()

	token := rand.Text()
	files := map[string][]byte{"tokens.csv": []byte(token + ",admin,1,system:masters\n")}
	if files["service-account.key"], err = keyutil.MakeEllipticPrivateKeyPEM(); err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return err
		}
	}

	server := options.NewServerRunOptions()
	// A listener instead of a number: nobody else can take the port in between.
	if server.SecureServing.Listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return err
	}
	address := server.SecureServing.Listener.Addr().(*net.TCPAddr)
	server.SecureServing.BindPort = address.Port
	server.SecureServing.ExternalAddress = address.IP

	completed, err := complete(ctx, server, append([]string{
		"--etcd-servers=http://" + etcd.Clients[0].Addr().String(),
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		"--cert-dir=" + dir,
		"--endpoint-reconciler-type=none",
		"--service-cluster-ip-range=10.0.0.0/16",
		"--authorization-mode=RBAC",
		"--token-auth-file=" + filepath.Join(dir, "tokens.csv"),
		"--service-account-issuer=https://localhost",
		"--service-account-key-file=" + filepath.Join(dir, "service-account.key"),
		"--service-account-signing-key-file=" + filepath.Join(dir, "service-account.key"),
		"--allow-privileged=true",
		// These two wait for controllers that do not run here: one makes a ServiceAccount for each namespace, the other ends claims.
		"--disable-admission-plugins=ServiceAccount,StorageObjectInUseProtection",
	}, flags...))
	if err != nil {
		return err
	}
	ca, err := os.ReadFile(completed.SecureServing.ServerCert.CertKey.CertFile)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(os.Stdout).Encode(connection{URL: "https://" + address.String(), CA: string(ca), Token: token}); err != nil {
		return err
	}
	return app.Run(ctx, completed)
}

// complete is what the command kube-apiserver does with its flags.
func complete(ctx context.Context, server *options.ServerRunOptions, flags []string) (options.CompletedOptions, error) {
	if err := parse("kube-apiserver", server.Flags(), flags); err != nil {
		return options.CompletedOptions{}, err
	}
	if err := server.GenericServerRunOptions.ComponentGlobalsRegistry.Set(); err != nil {
		return options.CompletedOptions{}, err
	}
	rest.SetDefaultWarningHandler(rest.NoWarnings{})
	completed, err := server.Complete(ctx)
	if err != nil {
		return options.CompletedOptions{}, err
	}
	return completed, utilerrors.NewAggregate(completed.Validate())
}

func startEtcd(dir string) (*embed.Etcd, error) {
	anyPort := []url.URL{{Scheme: "http", Host: "127.0.0.1:0"}}
	config := embed.NewConfig()
	config.Dir = dir
	config.LogLevel = "error"
	config.UnsafeNoFsync = true
	config.ListenClientUrls, config.AdvertiseClientUrls = anyPort, anyPort
	config.ListenPeerUrls, config.AdvertisePeerUrls = anyPort, anyPort
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return nil, err
	}
	<-etcd.Server.ReadyNotify()
	return etcd, nil
}
